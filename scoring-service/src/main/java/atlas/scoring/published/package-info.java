/**
 * What the report published, each number beside what is computed for the same day. How a number is computed stands with it in
 * {@code published/growing-the-resistance-2019.json}, by the kind of a {@link atlas.scoring.published.Measure}.
 */
package atlas.scoring.published;
