/** What a question is about: a day, whose knowledge of it, a rubric, and the nation or a state. */
package atlas.scoring.moment;
