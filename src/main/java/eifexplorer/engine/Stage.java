package eifexplorer.engine;

/**
 * The end of a network's stage.
 *
 * @param layers how many of the network's layers come before it, at least 1
 * @param channels channels of the map there
 */
public record Stage(int layers, int channels) {}
