package atlas.events;

/** Whom a state law binds. Only {@link #COUNTIES} moves a county's score. */
public enum Binding {
    COUNTIES,
    MUNICIPALITIES,
    STATE_AGENCIES,
    PRIVATE
}
