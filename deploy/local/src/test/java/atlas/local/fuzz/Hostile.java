package atlas.local.fuzz;

import java.util.List;

/** What is sent by those who want to see something break. */
final class Hostile {

    private static final int DEEP = 500;

    /** For whatever takes a text. */
    static final List<String> TEXTS = List.of("\u0000", "a\u0000b", "'", "\"", "\\", "';--", "' OR '1'='1", "1; DROP TABLE x",
            "%", "_", "%%%", "${jndi:ldap://127.0.0.1/x}", "{{7*7}}", "<script>alert(1)</script>", "<!--", "]]>", "&amp;&#0;",
            "=1+1", "=HYPERLINK(\"http://127.0.0.1\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r\nSet-Cookie: a=b", "\n",
            "\u202Eevil\u202C", "\u200B", "\uFEFF", "\u0001\u001F\u007F\u0085", "😀", "👩‍👩‍👧‍👦", "Z̷̢͔a̵l̶g̴o", "ﷺ", "İıſK",
            "null", "undefined", "NaN", "Infinity", "-0", "1e999", "0x10", "true", "[]", "{}", "../../etc/passwd", "file:///x",
            "http://169.254.169.254/", "*", "?", "#", ".", "a".repeat(7000), "\uFFFF", "\u2028", "..", "%00", "%2e%2e%2f");

    /** For what is written into an address as it is: not proper encodings among them. */
    static final List<String> RAW = List.of("%ff", "%c0%af", "%ed%a0%80", "%", "%zz", "%0", "%00", "+", "%2B", "%26x=1",
            "%0d%0aX:y",
            "%F0%9F%98%80", "%E2%80%AE", "a%00b", "%25%30%30", "%u0041");

    /** Values of JSON that are of another sort than expected. */
    static final List<String> JSON_VALUES = List.of("null", "true", "0", "-0", "1e999", "-1e999", "1e-999",
            "1" + "0".repeat(400), "3.5", "\"\"", "[]", "{}", "[null]", "[[]]", "{\"a\":1}", "\"\\u0000\"", "\"\\ud800\"",
            "\"\\udc00\\ud800\"", "\"'\"", "\"=1+1\"", "\"😀\"", "\"\\u202e\"", "9223372036854775808", "\"1\"",
            "\"" + "x".repeat(100_000) + "\"", "[" + "1,".repeat(5000) + "1]");

    /** Whole bodies that are no JSON, or none that anybody expects. */
    static final List<String> BODIES = List.of("", " ", "{", "}", "[", "null", "true", "0", "\"text\"", "[]", "{}", "[{}]",
            "{]",
            "{\"a\":}", "{'a':1}", "{a:1}", "{} {}", "{}x", "// comment\n{}", "{\"a\":NaN}", "{\"a\":1e999}", "\uFEFF{}",
            "{\"\":\"\"}", "{\"__proto__\":{}}", "{\"@class\":\"java.lang.Object\"}", "[".repeat(DEEP) + "]".repeat(DEEP),
            "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP), "[".repeat(100_000), "<xml/>", "a,b\n1,2", "a=1&b=2",
            "\u0000\u0000\u0000", "%7B%7D", "{\"a\":\"" + "x".repeat(200_000) + "\"}");

    /** Bytes that are no UTF-8. */
    static final byte[] NO_TEXT = { '{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, (byte) 0xFF, '"', '}' };

    static final List<String> TYPES = List.of("text/plain", "application/xml", "application/x-www-form-urlencoded",
            "multipart/form-data", "multipart/form-data; boundary=x", "application/json; charset=utf-16",
            "application/json; charset=nonsense", "application/json;;;", "json", "/", "*/*", "", "application/jsonx",
            "application/problem+json", "image/png", "application/json, text/plain");

    static final List<String> ACCEPTS = List.of("application/xml", "text/html", "image/*", "application/json;q=0", "*/*;q=0",
            "nonsense", ";", "application/json;q=nonsense", "application/problem+json", ",,,", "a/b,".repeat(500) + "*/*", "");

    static final List<String> KEYS = List.of("Bearer", "Bearer ", "Bearer x", "Basic YTpi", "bearer null",
            "Bearer " + "a".repeat(3000),
            "Bearer atlas_0000000000_0000000000000000000000000000000000000000000000000", "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Bearer ' OR 1=1", "Digest a", "Bearer a b", "\u00e9");

    static final List<String> METHODS = List.of("PATCH", "TRACE", "PUT", "POST", "DELETE", "CONNECT", "PROPFIND", "get",
            "FOO", "X".repeat(300));

    /** What may be behind an address, and must not lead elsewhere. */
    static final List<String> PATHS = List.of(";x", "/", "//", "/.", "/..", "/../..", "/%2e%2e/", "%2f", "%5c", "\\", "%3b",
            "%00",
            ";a=b/", "/;/", "%252e%252e", ".json", "%20", "~", "/" + "a/".repeat(200), "%ff", "|", "\"", "<x>", "^", "{}");

    /** What some services believe of where a request comes from, or what it is. */
    static final List<String> TRUSTED = List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded",
            "X-Real-IP", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-Request-Id", "X-Api-Version", "Range",
            "Origin", "Cookie", "Expect", "Upgrade", "TE", "If-None-Match", "If-Modified-Since", "If-Range", "traceparent",
            "Last-Event-ID", "Idempotency-Key", "If-Match", "Content-Encoding", "Accept-Language", "Accept-Encoding");

    private Hostile() {
    }
}
