package eifexplorer.ui.map;

/**
 * A line of the legend.
 *
 * @param label the class
 * @param name its name
 * @param count its points
 */
public record ClassEntry(int label, String name, int count) {}
