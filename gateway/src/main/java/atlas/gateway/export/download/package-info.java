/** Gives files of the data set away: whole or from where a download broke off, as fast as they are taken. */
package atlas.gateway.export.download;
