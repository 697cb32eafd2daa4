package atlas.local;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** One start for all of them; in this order, since the last has servers stop. */
@Suite
@SelectClasses({ AuthorisationMatrixIT.class, PushIT.class, DoorsIT.class, ObservedOutagesIT.class })
class AtAnEmptySuiteIT {
}
