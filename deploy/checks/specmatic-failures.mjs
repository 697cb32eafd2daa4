// Shows each test that failed, in short, from the reports that Specmatic writes. Usage: node specmatic-failures.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';

const folder = process.argv[2];
for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml'))) {
    const report = readFileSync(`${folder}/${file}`, 'utf8');
    for (const [, failure] of report.matchAll(/<failure message="([^"]*)"/g)) {
        console.log(failure.replaceAll('&#10;', ' ').replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll(/\s+/g, ' ').slice(0, 700));
    }
}
