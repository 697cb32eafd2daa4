package atlas.service.place;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import atlas.service.problem.ProblemException;

/** The two-letter postal code of one of the fifty states or the District of Columbia. */
@Schema(type = SchemaType.STRING, pattern = "^[A-Z]{2}$", examples = "MD", description = "postal code of a state or DC")
public record StateCode(@JsonValue String value) {

    private static final Map<String, String> NAMES = names(
            """
                    AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,\
                    FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,\
                    MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,\
                    NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,\
                    PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,\
                    WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming""");

    public StateCode {
        if (value == null || !NAMES.containsKey(value)) {
            throw ProblemException.invalid("state",
                    "a state is a two-letter postal code of the 50 states or DC, for example MD");
        }
    }

    /** Reads it from a path or query parameter. */
    @JsonCreator
    public static StateCode fromString(String value) {
        return new StateCode(value);
    }

    /** All codes, in alphabetical order. */
    public static Set<String> all() {
        return NAMES.keySet();
    }

    public String stateName() {
        return NAMES.get(value);
    }

    private static Map<String, String> names(String list) {
        Map<String, String> names = new TreeMap<>();
        for (String entry : list.split(",")) {
            names.put(entry.substring(0, 2), entry.substring(3));
        }
        return Collections.unmodifiableMap(names);
    }
}
