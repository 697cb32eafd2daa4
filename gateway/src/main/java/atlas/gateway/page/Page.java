package atlas.gateway.page;

import atlas.gateway.door.Gzip;
import atlas.gateway.route.EntityTags;
import io.vertx.core.buffer.Buffer;

/**
 * Something that is served as it is.
 *
 * @param shortened the content in the coding gzip
 * @param tag its ETag
 * @param policy its content security policy
 * @param forOthers whether pages of other origins may read it
 */
record Page(String mediaType, Buffer content, Buffer shortened, String tag, String policy, boolean forOthers) {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String TEXT_ONLY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";
    // The document's reader has pictures in its style sheet and asks this server; no script or style stands in the page itself.
    private static final String SCRIPTED = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static Page text(String html) {
        return of("text/html;charset=UTF-8", Buffer.buffer(html), TEXT_ONLY, false);
    }

    static Page scripted(String html) {
        return of("text/html;charset=UTF-8", Buffer.buffer(html), SCRIPTED, false);
    }

    /** A part of a page: a script, a style sheet. */
    static Page part(String mediaType, Buffer content) {
        return of(mediaType, content, NOTHING, false);
    }

    /** The same for everybody's programs. */
    static Page open(String mediaType, Buffer content) {
        return of(mediaType, content, NOTHING, true);
    }

    private static Page of(String mediaType, Buffer content, String policy, boolean forOthers) {
        return new Page(mediaType, content, Gzip.of(content), EntityTags.of(content), policy, forOthers);
    }
}
