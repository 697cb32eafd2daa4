/**
 * A fuzzer of contracts: it reads an OpenAPI document, asks every operation of it what is right, what lies at the edges and
 * what is
 * hostile, and holds the answers, and which requests are taken at all, to that document. It knows HTTP and OpenAPI, not this
 * API.
 */
package atlas.local.fuzz;
