package atlas.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a state law binds. Only {@link #COUNTIES} moves a county's score. */
@Schema(description = "whom a state law binds; only COUNTIES moves a county's score")
public enum Binding {
    COUNTIES,
    MUNICIPALITIES,
    STATE_AGENCIES,
    PRIVATE
}
