package io.orbita.platform.live;

/** Who passes changes on to the open pages of this node. Called by one thread, and must not wait. */
public interface Changes {
    /** Something changed. */
    void heard(Change change);

    /** Words were lost: anything may have changed in any business. */
    void lost();
}
