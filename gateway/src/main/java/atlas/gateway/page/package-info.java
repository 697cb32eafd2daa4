/** What people look at: the start page, the document and its reader, a page for each sort of refusal. */
package atlas.gateway.page;
