/** What would break clients that were made from the document published last. */
package atlas.gateway.breaking;
