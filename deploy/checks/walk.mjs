// Walks over every read of the published document that needs no key, and records one policy, through Prism's validating proxy: an answer that
// is not as the document says comes back from there as a violation.
// Usage: node walk.mjs DOCUMENT PROXY KEY
import { readFileSync } from 'node:fs';

const [source, proxy, key] = process.argv.slice(2);
const document = JSON.parse(readFileSync(source, 'utf8'));
const endless = ['streamEvents'];
const violations = [];
let asked = 0;

async function ask(path, options = {}) {
    const answer = await fetch(proxy + path, { ...options, headers: { accept: 'application/json', ...options.headers } });
    const text = await answer.text();
    asked++;
    if (answer.headers.has('sl-violations') || text.includes('stoplight.io/prism/errors')) {
        violations.push(`${options.method ?? 'GET'} ${path}: ${answer.status} ${text.slice(0, 600)}`);
    }
    return text.startsWith('{') ? JSON.parse(text) : text;
}

async function anId(path) {
    const list = path.split('/{')[0];
    const answer = await ask(`${list}?limit=1`);
    if (answer.items === undefined) {
        throw new Error(`${list} is no list: ${JSON.stringify(answer)}`);
    }
    return answer.items[0].id;
}

const known = { fips: '24031', code: 'MD', name: 'ilrc-2019' };

for (const [path, { get }] of Object.entries(document.paths)) {
    // files are no documents: what they hold, deploy/checks/datapackage reads
    if (get === undefined || get.security?.length > 0 || endless.includes(get.operationId) || path.startsWith('/v1/exports/')) {
        continue;
    }
    let address = path;
    for (const [variable, name] of path.matchAll(/\{(\w+)\}/g)) {
        address = address.replace(variable, known[name] ?? (await anId(path)));
    }
    const required = (get.parameters ?? []).filter((parameter) => parameter.in === 'query' && parameter.required)
        .map((parameter) => `${parameter.name}=${encodeURIComponent(parameter.example)}`);
    const accept = Object.keys(get.responses['200'].content)[0];
    for (const more of [[], ['limit=2'], ['as_of=2019-12-17']]) {
        if (more.length === 0 || (get.parameters ?? []).some((parameter) => more[0].startsWith(`${name(parameter)}=`))) {
            await ask(`${address}?${[...required, ...more].join('&')}`.replace(/\?$/, ''), { headers: { accept } });
        }
    }
}

function name(parameter) {
    return parameter.name ?? document.components.parameters[parameter.$ref.split('/').pop()].name;
}

await ask('/v1/counties/02261'); // stands for several: 300
await ask('/v1/counties/99999'); // stands for none: 404
const record = await ask('/v1/counties/24041/policies', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': `walk-${process.pid}` },
    body: JSON.stringify({
        factor: 'LIMITS_ICE_HOLDS', stance: 'PROTECTIVE', instrument: 'ORDINANCE', title: 'Recorded through the proxy',
        effectiveFrom: '2021-03-09', sources: [{ title: 'A source' }],
    }),
});
await ask(`/v1/policies/${record.id}`);

console.log(`${asked} answers looked at`);
if (violations.length > 0) {
    console.error(violations.join('\n'));
    process.exitCode = 1;
}
