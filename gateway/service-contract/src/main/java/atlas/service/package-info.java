/**
 * What the gateway and the services behind it have agreed on over HTTP: how a request shows who sent it, how places, days and
 * pages are written, how records and laws are stated, how a write is guarded and repeated, and how a refusal reads. Of the
 * domain's rules only those of form live here.
 */
package atlas.service;
