package atlas.service.page;

/** An answer that is, or holds beside other things, one page of a list. */
public interface Paged {

    /** Cursor of the next page; null on the last. */
    String next();

    /** The query parameter that takes it. */
    default String parameter() {
        return "cursor";
    }
}
