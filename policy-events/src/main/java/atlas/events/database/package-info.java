/** What a database says when it does not do what it was asked to, for those who must tell whose fault that is. */
package atlas.events.database;
