/** What would raise a county's score: each factor that it could still protect, who closes it, and what other counties did. */
package atlas.scoring.nextsteps;
