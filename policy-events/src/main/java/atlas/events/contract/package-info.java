/**
 * The contract of the events as it is published: a JSON Schema for the data of each type and for the envelope, and the AsyncAPI
 * document of the topics and the public stream. Both are files, written by hand; tests hold the code to them.
 */
package atlas.events.contract;
