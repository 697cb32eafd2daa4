/** Gives the merged document the form in which it is published: what reads well, is complete, and makes good clients. */
package atlas.gateway.document;
