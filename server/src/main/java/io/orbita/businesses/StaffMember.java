package io.orbita.businesses;

/** A staff user of a business: «сотрудник». */
public record StaffMember(long id, String name, Role role) {}
