/**
 * How scores are made: rules that decide a factor, each by itself, and rubrics that put them in order and give
 * points.
 */
package atlas.scoring.rubric;
