// What podman plays of rendered manifests: Deployments with their ConfigMaps and Secrets. Left out is what it does not know or refuses (Debian's is 4.3):
// other kinds; probes by the port's name, which are asked by deploy/checks/pods itself; the processor requests and sizes of volumes; `preStop`.
// Secrets become ConfigMaps of the same name: files that it makes of a secret hold the base 64 of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { parseAllDocuments, stringify } = createRequire(`${process.env.ATLAS_TOOLS}/`)('yaml');
const played = ['ConfigMap', 'Secret', 'Deployment'];
const resources = parseAllDocuments(readFileSync(process.argv[2], 'utf8')).map((document) => document.toJS())
    .filter(({ kind }) => played.includes(kind));

for (const secret of resources.filter(({ kind }) => kind === 'Secret')) {
    secret.kind = 'ConfigMap';
    secret.data = Object.fromEntries(Object.entries(secret.data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]));
    delete secret.type;
}
for (const { spec } of resources.filter(({ kind }) => kind === 'Deployment')) {
    const pod = spec.template.spec;
    for (const unknown of ['topologySpreadConstraints', 'enableServiceLinks', 'serviceAccountName', 'automountServiceAccountToken']) {
        delete pod[unknown];
    }
    delete pod.securityContext.seccompProfile;
    for (const container of pod.containers) {
        for (const unknown of ['startupProbe', 'livenessProbe', 'readinessProbe', 'lifecycle', 'ports']) {
            delete container[unknown];
        }
        // which other ways of starting a container add where an image has none
        container.env = [{ name: 'PATH', value: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' }];
        container.resources = { limits: { memory: container.resources.limits.memory } };
    }
    for (const volume of pod.volumes) {
        if (volume.emptyDir) {
            volume.emptyDir = {};
        } else {
            volume.configMap = { name: volume.secret.secretName };
            delete volume.secret;
        }
    }
}
console.log(resources.map((resource) => stringify(resource)).join('---\n'));
