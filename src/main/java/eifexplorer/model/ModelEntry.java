package eifexplorer.model;

/**
 * A model as a workspace lists it.
 *
 * @param card what it is
 * @param bytes its files' size on disk, without the features
 * @param current whether the workspace opens with it
 */
public record ModelEntry(ModelCard card, long bytes, boolean current) {}
