/** What every request passes first and every answer last: ids, limits, refusals as problem+json, the headers of safety. */
package atlas.gateway.door;
