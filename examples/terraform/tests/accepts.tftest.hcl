variables {
  owner   = "lending"
  service = { name = "lending-api", level = "A" }
  stores  = { lending-db = { kind = "database" } }
}

run "is_safe_by_default" {
  command = plan

  assert {
    condition     = !terraform_data.store["lending-db"].input.public && terraform_data.store["lending-db"].input.encrypted
    error_message = "A store is private and encrypted unless somebody says otherwise."
  }

  assert {
    condition     = terraform_data.store["lending-db"].input.deletion_protection && terraform_data.store["lending-db"].input.backup_days == 14
    error_message = "A store is protected and backed up unless somebody says otherwise."
  }

  assert {
    condition     = length(terraform_data.service.input.zones) == 2 && length(terraform_data.service.input.admin_from) == 0
    error_message = "A service runs in two zones, and nobody reaches its administration ports."
  }
}

run "puts_the_owner_on_everything" {
  command = plan

  assert {
    condition     = output.labels.owner == "lending" && terraform_data.store["lending-db"].input.labels.owner == "lending"
    error_message = "Whoever finds a resource finds its owner."
  }
}

run "lets_level_c_stand_in_one_zone" {
  command = plan

  variables {
    service = { name = "admin-console", level = "C" }
    zones   = ["zone-a"]
  }
}

run "lets_an_office_administrate" {
  command = plan

  variables {
    admin_from = ["10.0.0.0/8", "192.0.2.0/24", "2001:db8::/32"]
  }
}

run "lets_a_cache_be_lost" {
  command = plan

  variables {
    stores = { session-cache = { kind = "cache", deletion_protection = false, backup_days = 0 } }
  }
}
