/** Whether what a service does is traced. */
package atlas.service.trace;
