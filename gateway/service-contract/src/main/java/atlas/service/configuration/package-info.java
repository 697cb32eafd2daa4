/**
 * What each service can be told when it starts, and how that is judged before it connects anywhere. The list of all keys is
 * {@code configuration/keys.json}; docs/configuration.md is made from it, and tests hold it to the code.
 */
package atlas.service.configuration;
