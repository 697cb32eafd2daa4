/**
 * What the gateway and the services behind it have agreed on over HTTP: how a request shows who sent it, how places, days and
 * pages are
 * written, how a write is guarded and repeated, and how a refusal reads. No rule of the domain lives here.
 */
package atlas.service;
