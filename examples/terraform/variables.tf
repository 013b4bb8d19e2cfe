variable "owner" {
  description = "The team that is called when this breaks: a Group of data/catalog."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*$", var.owner))
    error_message = "policy/needs-owner: found owner ${jsonencode(var.owner)}, expected a team such as lending."
  }
}

variable "service" {
  description = "Name and level (A, B or C) as data/catalog has them."
  type = object({
    name  = string
    level = string
  })
}

variable "zones" {
  description = "Zones that the service runs in. Two by default: one of them may fail."
  type        = list(string)
  default     = ["zone-a", "zone-b"]

  validation {
    condition     = var.service.level != "A" || length(toset(var.zones)) >= 2
    error_message = "policy/needs-two-zones: found ${length(toset(var.zones))}, expected two zones or more for level A."
  }
}

variable "admin_from" {
  description = "Networks that may reach administration ports. None by default."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for network in var.admin_from : !endswith(network, "/0")])
    error_message = "policy/no-open-admin-port: found ${jsonencode(var.admin_from)}, expected no network that is everybody."
  }
}

variable "stores" {
  description = "What keeps data, by name. What is left out is safe."
  type = map(object({
    kind                = string
    public              = optional(bool, false)
    encrypted           = optional(bool, true)
    deletion_protection = optional(bool, true)
    backup_days         = optional(number, 14)
  }))
  default = {}

  validation {
    condition     = alltrue([for store in values(var.stores) : !store.public])
    error_message = "policy/no-public-store: found a public store, expected public = false."
  }

  validation {
    condition     = alltrue([for store in values(var.stores) : store.encrypted])
    error_message = "policy/needs-encryption: found a store without encryption, expected encrypted = true."
  }

  # A cache may be lost at any time: nothing lives only there.
  validation {
    condition     = alltrue([for store in values(var.stores) : store.deletion_protection || store.kind == "cache"])
    error_message = "policy/needs-deletion-protection: found a store that one command deletes, expected deletion_protection = true."
  }

  validation {
    condition     = alltrue([for store in values(var.stores) : store.backup_days >= 7 || store.kind == "cache"])
    error_message = "policy/needs-backup: found backups of fewer than 7 days, expected backup_days of 7 or more."
  }
}
