/**
 * How a process is, for who watches it: whether its loops go round (else it is to be started again), whether Kafka is within
 * reach
 * (without it, reads and writes go on, and events wait).
 */
package atlas.events.health;
