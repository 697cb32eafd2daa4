'use strict';

window.addEventListener('load', () => {
  SwaggerUIBundle({
    url: '/openapi',
    dom_id: '#reader',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: true,
    // nothing is sent to anybody but this server
    validatorUrl: null,
    queryConfigEnabled: false,
    persistAuthorization: false,
    presets: [SwaggerUIBundle.presets.apis],
    layout: 'BaseLayout'
  });
});
