package atlas.local.fuzz;

import java.util.Random;

/** Makes requests of one aim out of a good one. */
interface Calls {

    Call of(Call start, Random random);
}
