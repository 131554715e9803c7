/**
 * Test images whose nearest neighbour has another class: start at {@link eifexplorer.confusion.ConfusionPair}.
 */
package eifexplorer.confusion;
