// What one rendered resource says of another: settings, secrets, accounts, ports, labels.

/** What refers to something that is not among the resources: pairs of the resource and a line. Secrets are looked for where any are rendered. */
export function dangling(resources) {
    const named = (kind, name) => resources.find((resource) => resource.kind === kind && resource.metadata.name === name);
    const found = [];
    const must = (resource, held, line) => held || found.push([resource, line]);
    const deployments = resources.filter(({ kind }) => kind === 'Deployment');

    for (const deployment of deployments) {
        const { metadata, spec } = deployment.spec.template;
        must(deployment, named('ServiceAccount', spec.serviceAccountName), `there is no ServiceAccount ${spec.serviceAccountName}`);
        must(deployment, covers(deployment.spec.selector.matchLabels, metadata.labels), 'its selector does not select its own pods');
        settings(deployment, named).forEach((line) => must(deployment, false, line));
        if (resources.some(({ kind }) => kind === 'Secret')) {
            secrets(deployment, named).forEach((line) => must(deployment, false, line));
        }
    }
    for (const service of resources.filter(({ kind }) => kind === 'Service')) {
        const target = deployments.find(({ spec }) => covers(service.spec.selector, spec.template.metadata.labels));
        const ports = target?.spec.template.spec.containers.flatMap((container) => container.ports) ?? [];
        for (const { port, targetPort } of service.spec.ports) {
            must(service, ports.some((open) => open.name === targetPort && open.containerPort === port),
                `no pod that it selects has a port ${targetPort} of the number ${port}`);
        }
    }
    for (const scaler of resources.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')) {
        must(scaler, named('Deployment', scaler.spec.scaleTargetRef.name), `there is no Deployment ${scaler.spec.scaleTargetRef.name}`);
    }
    for (const budget of resources.filter(({ kind }) => kind === 'PodDisruptionBudget')) {
        must(budget, deployments.some(({ spec }) => covers(budget.spec.selector.matchLabels, spec.template.metadata.labels)), 'it selects no pod');
    }
    for (const ingress of resources.filter(({ kind }) => kind === 'Ingress')) {
        for (const { backend } of ingress.spec.rules.flatMap(({ http }) => http.paths)) {
            const service = named('Service', backend.service.name);
            must(ingress, service?.spec.ports.some(({ name }) => name === backend.service.port.name),
                `there is no Service ${backend.service.name} with a port ${backend.service.port.name}`);
        }
    }
    return found;
}

function settings(deployment, named) {
    return containers(deployment).flatMap(({ envFrom = [] }) => envFrom).map(({ configMapRef }) => configMapRef.name)
        .filter((name) => named('ConfigMap', name) === undefined).map((name) => `there is no ConfigMap ${name}`);
}

/** Settings that name a file in a folder where a secret is mounted: the secret must have that key. */
function secrets(deployment, named) {
    const { volumes = [] } = deployment.spec.template.spec;
    const values = containers(deployment).flatMap(({ envFrom = [] }) => envFrom)
        .flatMap(({ configMapRef }) => Object.entries(named('ConfigMap', configMapRef.name)?.data ?? {}));
    return volumes.filter(({ secret }) => secret).flatMap(({ name, secret }) => {
        const made = named('Secret', secret.secretName);
        if (made === undefined) {
            return [`the volume ${name}: there is no Secret ${secret.secretName}`];
        }
        const folders = containers(deployment).flatMap(({ volumeMounts }) => volumeMounts).filter((mount) => mount.name === name)
            .map(({ mountPath }) => `${mountPath}/`);
        return values.filter(([, file]) => folders.some((folder) => file.startsWith(folder)))
            .map(([setting, file]) => [setting, file.slice(file.lastIndexOf('/') + 1)]).filter(([, key]) => !(key in made.data))
            .map(([setting, key]) => `${setting}: the Secret ${secret.secretName} has no key ${key}; it has ${Object.keys(made.data).join(', ')}`);
    });
}

function containers(deployment) {
    return deployment.spec.template.spec.containers;
}

function covers(selector, labels) {
    return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
