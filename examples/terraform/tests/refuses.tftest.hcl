variables {
  owner   = "lending"
  service = { name = "lending-api", level = "A" }
}

run "policy_needs_owner" {
  command         = plan
  expect_failures = [var.owner]

  variables {
    owner = ""
  }
}

run "policy_needs_two_zones" {
  command         = plan
  expect_failures = [var.zones]

  variables {
    zones = ["zone-a", "zone-a"]
  }
}

run "policy_needs_two_zones_with_names" {
  command         = plan
  expect_failures = [var.zones]

  variables {
    zones = ["zone-a", ""]
  }
}

run "policy_no_open_admin_port" {
  command         = plan
  expect_failures = [var.admin_from]

  variables {
    admin_from = ["192.0.2.0/24", "0.0.0.0/0"]
  }
}

run "policy_no_open_admin_port_in_two_halves" {
  command         = plan
  expect_failures = [var.admin_from]

  variables {
    admin_from = ["0.0.0.0/1", "128.0.0.0/1"]
  }
}

run "policy_no_open_admin_port_of_ipv6" {
  command         = plan
  expect_failures = [var.admin_from]

  variables {
    admin_from = ["2000::/3"]
  }
}

run "policy_no_open_admin_port_of_ipv4_written_as_ipv6" {
  command         = plan
  expect_failures = [var.admin_from]

  variables {
    admin_from = ["::ffff:0:0/96"]
  }
}

run "policy_no_open_admin_port_of_ipv4_behind_a_translator" {
  command         = plan
  expect_failures = [var.admin_from]

  variables {
    admin_from = ["64:ff9b::/96"]
  }
}

run "policy_no_open_admin_port_that_is_no_network" {
  command         = plan
  expect_failures = [var.admin_from]

  variables {
    admin_from = ["everybody/24"]
  }
}

run "policy_no_mistyped_setting" {
  command         = plan
  expect_failures = [var.stores]

  variables {
    stores = { lending-db = { kind = "Database" } }
  }
}

run "policy_no_mistyped_setting_of_a_service" {
  command         = plan
  expect_failures = [var.service]

  variables {
    service = { name = "lending-api", level = "a" }
  }
}

run "policy_no_public_store" {
  command         = plan
  expect_failures = [var.stores]

  variables {
    stores = { photo-store = { kind = "object-storage", public = true } }
  }
}

run "policy_needs_encryption" {
  command         = plan
  expect_failures = [var.stores]

  variables {
    stores = { photo-store = { kind = "object-storage", encrypted = false } }
  }
}

run "policy_needs_deletion_protection" {
  command         = plan
  expect_failures = [var.stores]

  variables {
    stores = { lending-db = { kind = "database", deletion_protection = false } }
  }
}

run "policy_needs_backup" {
  command         = plan
  expect_failures = [var.stores]

  variables {
    stores = { lending-db = { kind = "database", backup_days = 6 } }
  }
}
