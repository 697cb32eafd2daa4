// Five calls with the TypeScript client that openapi-generator makes of the Atlas' document (generator typescript-fetch, into ./client).
// Usage: node five-calls.js ADDRESS KEY
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import {
    Configuration,
    CountiesApi,
    type County,
    PoliciesApi,
    ProblemFromJSON,
    ResponseError,
    StatisticsApi,
} from './client';

const [address, key] = process.argv.slice(2);
const reader = new Configuration({ basePath: address });
const writer = new Configuration({ basePath: address, accessToken: key });
const counties = new CountiesApi(reader);
const dayOfTheReport = new Date('2019-12-17');

async function listsCounties(): Promise<void> {
    const found: County[] = [];
    let total: number;
    let cursor: string | null | undefined;
    do {
        const page = await counties.listCounties({
            state: ['CO'],
            factor: 'LIMITS_ICE_HOLDS',
            _protected: true,
            asOf: dayOfTheReport,
            limit: 40,
            cursor: cursor ?? undefined,
        });
        found.push(...page.items);
        total = page.total;
        cursor = page.next;
    } while (cursor != null);
    assert.equal(found.length, 64);
    assert.equal(total, 64);
    assert.ok(found.every((county) => county.state === 'CO'));
    console.log(`listCounties: ${found.length} counties of Colorado limit ICE holds`);
}

async function readsACounty(): Promise<void> {
    const county = await counties.getCounty({ fips: '24031', asOf: dayOfTheReport });
    assert.equal(county.name, 'Montgomery County');
    assert.equal(county.score, 5);
    assert.equal(county.asOf.toISOString().slice(0, 10), '2019-12-17');
    assert.ok(county.knownAt instanceof Date);
    assert.equal(county.factors.length, 7);
    assert.equal(county.factors[2]?.basis, 'COUNTY_POLICY');
    assert.equal(county.hasJail, null);
    console.log(`getCounty: ${county.name} scores ${county.score}`);
}

async function readsAStatistic(): Promise<void> {
    const types = await new StatisticsApi(reader).getPolicyTypes({ asOf: dayOfTheReport });
    assert.equal(types.counties, 3142);
    assert.equal(types.items.length, 7);
    const holds = types.items.find((item) => item.factor === 'LIMITS_ICE_HOLDS');
    assert.ok(holds !== undefined && holds._protected > 300);
    console.log(`getPolicyTypes: ${holds._protected} of ${types.analyzed} counties limit ICE holds`);
}

async function recordsAPolicy(): Promise<void> {
    const policies = new PoliciesApi(writer);
    const answer = await policies.recordCountyPolicyRaw({
        fips: '24043',
        idempotencyKey: `five-calls-typescript-${process.pid}`,
        recordPolicy: {
            factor: 'LIMITS_ICE_HOLDS',
            stance: 'PROTECTIVE',
            instrument: 'SHERIFF_POLICY',
            title: 'Recorded by the TypeScript client',
            effectiveFrom: '2021-03',
            sources: [{ title: 'A source', retrievedOn: new Date('2021-03-09') }],
        },
    });
    assert.equal(answer.raw.status, 201);
    const record = await answer.value();
    assert.equal(record.effectiveFromPrecision, 'MONTH');
    const shown = await policies.getPolicy({ id: record.id });
    assert.equal(shown.title, 'Recorded by the TypeScript client');
    assert.equal(shown.supersededAt, null);
    let behind: string[] = [];
    for (let i = 0; i < 100 && !behind.includes(record.id); i++) {
        await pause(100);
        behind = (await counties.getCounty({ fips: '24043' })).factors[2]?.records ?? [];
    }
    assert.ok(behind.includes(record.id));
    console.log(`recordCountyPolicy: 201, and ${record.county} rests on it`);
}

async function isRefused(): Promise<void> {
    const refusal: unknown = await new PoliciesApi(writer)
        .recordCountyPolicy({
            fips: '24043',
            recordPolicy: {
                factor: 'LIMITS_ICE_HOLDS',
                stance: 'PROTECTIVE',
                instrument: 'OTHER',
                title: 'Ends first',
                effectiveFrom: '2021-03-09',
                effectiveTo: '2021-03-08',
                sources: [{ title: 'A source' }],
            },
        })
        .catch((error: unknown) => error);
    assert.ok(refusal instanceof ResponseError);
    const problem = ProblemFromJSON(await refusal.response.json());
    assert.equal(problem.status, 400);
    assert.equal(problem.type, '/problems/invalid-input');
    assert.ok(problem.errors?.some((error) => error.pointer === '/effectiveTo'));
    console.log(`recordCountyPolicy: refused, ${problem.detail}`);
}

async function main(): Promise<void> {
    await listsCounties();
    await readsACounty();
    await readsAStatistic();
    await recordsAPolicy();
    await isRefused();
}

main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
