// Reads a Data Package with the library of the Frictionless Data project: the descriptor, each table cell by cell, keys and references.
// Usage: node datapackage.js FOLDER, where the library is on NODE_PATH.
const { createHash } = require('crypto');
const fs = require('fs');
const path = require('path');
const { Package } = require('datapackage');

const folder = process.argv[2];
const complaints = [];
const complain = (where, what) => complaints.push(`${where}: ${what}`);

// The library is of version 1 of the standard, in which "default" is a narrower form of a time than in version 2, which allows
// fractions of a second.
function asVersion1(descriptor) {
    for (const resource of descriptor.resources.filter((one) => one.schema)) {
        resource.profile = 'tabular-data-resource';
        for (const field of resource.schema.fields.filter((one) => one.type === 'datetime')) {
            field.format = 'any';
        }
    }
    descriptor.profile = 'data-package';
    return descriptor;
}

async function readTable(resource) {
    let rows = 0;
    try {
        const table = await resource.iter({ keyed: true, relations: true, stream: false });
        for (let row = await table.next(); !row.done; row = await table.next()) {
            rows++;
        }
    } catch (error) {
        const details = error.multiple ? error.errors.map(String) : [String(error)];
        complain(resource.name, `row ${rows + 1}: ${details.slice(0, 5).join('; ')}`);
    }
    return rows;
}

async function main() {
    const descriptor = JSON.parse(fs.readFileSync(path.join(folder, 'datapackage.json'), 'utf8'));
    if (descriptor.$schema !== 'https://datapackage.org/profiles/2.0/datapackage.json') {
        complain('datapackage.json', 'names no profile of version 2');
    }
    const data = await Package.load(asVersion1(structuredClone(descriptor)), { basePath: folder });
    data.errors.forEach((error) => complain('datapackage.json', error));
    for (const resource of data.resources) {
        const bytes = fs.readFileSync(path.join(folder, resource.descriptor.path));
        if (bytes.length !== resource.descriptor.bytes) {
            complain(resource.name, `has ${bytes.length} bytes`);
        }
        if (resource.descriptor.hash !== `sha256:${createHash('sha256').update(bytes).digest('hex')}`) {
            complain(resource.name, 'has another hash');
        }
        const rows = resource.descriptor.schema ? await readTable(resource) : 0;
        console.log(`${resource.name}: ${bytes.length} bytes${rows ? `, ${rows} rows` : ''}`);
    }
    complaints.forEach((one) => console.error(one));
    process.exit(complaints.length ? 1 : 0);
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
