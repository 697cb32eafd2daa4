/**
 * Holds the manifests of {@code deploy/kubernetes} to what the services read, and each field to what Kubernetes and Strimzi
 * have. It reads
 * the files themselves and needs no kubectl; what comes out of them, {@code deploy/checks/kubernetes} looks at.
 */
package atlas.kubernetes;
