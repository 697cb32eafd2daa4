/** What a law is said to do, and what became of it in court: how those who record one and those who suppose one state it. */
package atlas.service.law;
