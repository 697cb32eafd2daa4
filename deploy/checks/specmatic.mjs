// Makes of the published document the one that Specmatic tests by: without what cannot be tested so, and with values that exist here.
// Usage: node specmatic.mjs DOCUMENT ADDRESS TARGET
import { readFileSync, writeFileSync } from 'node:fs';

const [source, address, target] = process.argv.slice(2);
const document = JSON.parse(readFileSync(source, 'utf8'));

// Operations by id, and why each is left out.
const leftOut = {
    streamEvents: 'never ends',
    followEvents: 'is XML, which has no schema here',
    listEvents: 'shows objects of any form, and Specmatic takes the first for a pattern of the others; Prism looks at it',
    listAudit: 'as listEvents',
    listPolicyAudit: 'as listEvents',
    listLawAudit: 'as listEvents',
    getExport: 'gives files of megabytes, all of which the report would keep',
    getExportOfVersion: 'as getExport',
    sendImport: 'takes files of several forms, each with rules of its own',
    rebuildFeed: 'starts a long run, and is refused while it lasts',
    rebuildScores: 'starts a long run, and is refused while it lasts',
    redriveParkedEvents: 'acts on what the run has not: parked events',
};
// Operations on things that a test would have to make first, in a certain state: submissions, imports, webhooks, keys, parked events.
const needsAState = /\/(partners|keys|webhooks|submissions|policy-submissions|law-submissions|imports|parked-events)\b.*\{/;
// Bodies with values that fit each other: that one field wants or forbids another, no schema tells. Other writes are the fuzzer's of the end-to-end tests.
const one = (value) => ({ type: 'string', enum: [value] });
const object = (properties) => ({ type: 'object', required: Object.keys(properties), properties });
const list = (items) => ({ type: 'array', items });
const bodies = {
    recordCountyPolicy: object({
        factor: { $ref: '#/components/schemas/Factor' },
        stance: one('NO_POLICY'),
        instrument: { $ref: '#/components/schemas/PolicyInstrument' },
        title: { type: 'string', maxLength: 300 },
        effectiveFrom: one('2021-03-09'),
        sources: list(object({ title: { type: 'string', maxLength: 300 } })),
    }),
    simulateChanges: object({
        asOf: one('2020-01-01'),
        policies: list(object({ county: one('24031'), factor: { $ref: '#/components/schemas/Factor' }, stance: one('PROTECTIVE') })),
    }),
};
// Parameters that only an earlier answer can give, those that must fit another, and those that make another form of the answer, which has no schema.
const unguessable = ['cursor', 'after', 'basis', 'protected', 'min_score', 'format', 'escape', 'geometry', 'fields'];

async function first(path) {
    const answer = await fetch(address + path);
    return (await answer.json()).items[0].id;
}

const values = {
    fips: '24031',
    code: 'MD',
    name: 'ilrc-2019',
    known_at: new Date().toISOString(),
    '/v1/policies/{id}': await first('/v1/policies?limit=1'),
    '/v1/laws/{id}': await first('/v1/laws?limit=1'),
};

function resolve(node) {
    return node.$ref === undefined ? node : resolve(node.$ref.slice(2).split('/').reduce((at, step) => at[step], document));
}

// A parameter that may be any text to the document, and only certain ones to the Atlas, is one of those.
function pinned(parameter, path) {
    const schema = resolve(parameter.schema);
    const value = values[parameter.name] ?? (parameter.in === 'path' ? values[path] : undefined) ?? parameter.example;
    const free = schema.type === 'string' && schema.enum === undefined;
    const items = schema.type === 'array' ? resolve(schema.items) : {};
    if (free && value !== undefined) {
        return { ...parameter, schema: { type: 'string', enum: [value] } };
    }
    if (items.type === 'string' && items.enum === undefined) {
        return { ...parameter, schema: { type: 'array', items: { type: 'string', enum: [].concat(value) } } };
    }
    return parameter;
}

// Specmatic tries every combination of parameters: more than these, of those that it can spoil, would take hours.
const MOST_PARAMETERS = 3;

function some(parameters) {
    const query = parameters.filter((parameter) => parameter.in === 'query' && resolve(parameter.schema).type !== 'array');
    const tried = [...query.filter((parameter) => resolve(parameter.schema).type !== 'string'), ...query].slice(0, MOST_PARAMETERS);
    return parameters.filter((parameter) => parameter.in !== 'query' || parameter.required || tried.includes(parameter));
}

let kept = 0;
for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
        const write = method !== 'get' && bodies[operation.operationId] === undefined;
        if (leftOut[operation.operationId] !== undefined || needsAState.test(path) || write) {
            delete methods[method];
            continue;
        }
        kept++;
        if (bodies[operation.operationId] !== undefined) {
            operation.requestBody.content = { 'application/json': { schema: bodies[operation.operationId] } };
        }
        for (const { content } of Object.values(operation.responses)) {
            if (content?.['application/json'] !== undefined) {
                Object.keys(content).filter((type) => type !== 'application/json').forEach((type) => delete content[type]);
            }
        }
        operation.parameters = some((operation.parameters ?? []).map(resolve)
            .filter((parameter) => !unguessable.includes(parameter.name) && parameter.name !== 'Idempotency-Key'))
            .map((parameter) => pinned(parameter, path));
    }
    if (Object.keys(methods).length === 0) {
        delete document.paths[path];
    }
}
writeFileSync(target, JSON.stringify(document));
console.log(`${kept} operations are tested`);
