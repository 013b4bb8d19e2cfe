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

  validation {
    condition     = contains(["A", "B", "C"], var.service.level)
    error_message = "policy/no-mistyped-setting: found level ${jsonencode(var.service.level)}, expected A, B or C."
  }
}

variable "zones" {
  description = "Zones that the service runs in. Two by default: one of them may fail."
  type        = list(string)
  default     = ["zone-a", "zone-b"]

  validation {
    condition     = var.service.level != "A" || length(toset(compact([for zone in var.zones : trimspace(zone)]))) >= 2
    error_message = "policy/needs-two-zones: found ${length(toset(compact([for zone in var.zones : trimspace(zone)])))}, expected two zones or more for level A."
  }
}

variable "admin_from" {
  description = "Networks that may reach administration ports. None by default."
  type        = list(string)
  default     = []

  validation {
    # No private network is larger than 10.0.0.0/8, and a /32 of IPv6 is what a whole provider gets: what is wider is everybody, or the halves of everybody.
    # IPv6 below 2000:: holds the networks that stand for all of IPv4, such as ::ffff:0:0/96.
    condition = alltrue([
      for network in var.admin_from :
      try(cidrhost(network, 0) != "" && tonumber(split("/", network)[1]) >= (strcontains(network, ":") ? 32 : 8), false) &&
      (!strcontains(network, ":") || can(regex("^[2-9a-f][0-9a-f]{3}:", lower(network))))
    ])
    error_message = "policy/no-open-admin-port: found ${jsonencode(var.admin_from)}, expected networks of /8 or narrower, and /32 for IPv6; none of IPv4 written as IPv6."
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
    condition     = alltrue([for store in values(var.stores) : contains(["database", "object-storage", "queue", "cache"], store.kind)])
    error_message = "policy/no-mistyped-setting: found a kind that is none, expected database, object-storage, queue or cache."
  }

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
