/**
 * {@code deploy/push}: sends a file of policy records to the public API, follows the import, and brings back the rows that were
 * not taken. It knows the API as any partner does.
 */
package atlas.local.push;
