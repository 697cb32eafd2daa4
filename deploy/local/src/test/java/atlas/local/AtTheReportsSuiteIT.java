package atlas.local;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** One start for all of them; in this order, since only the first look at the report's data as it was published. */
@Suite
@SelectClasses({ SuiteIT.class, RebuildIT.class, ExportsIT.class, DocumentedCommandsIT.class })
class AtTheReportsSuiteIT {
}
