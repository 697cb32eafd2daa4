/**
 * What people look at: the start page, the documents and their readers, the schemas of the events, a page for each sort of
 * refusal.
 */
package atlas.gateway.page;
