package atlas.gateway.partner;

/** What some key allows is no longer what it was: whoever remembers it from before must ask again. */
public record GrantsChanged() {
}
