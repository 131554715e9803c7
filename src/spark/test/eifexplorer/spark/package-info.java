/** Tests of the steps on a cluster, on a local one with two executors in processes of their own: start at LocalCluster. */
package eifexplorer.spark;
