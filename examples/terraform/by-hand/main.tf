# The same declarations without the module: nothing is refused here. Its plans show what the policies find when somebody goes round the module.
terraform {
  required_version = ">= 1.9"
}

variable "owner" {
  type = string
}

variable "service" {
  type = any
}

variable "zones" {
  type = any
}

variable "admin_from" {
  type = any
}

variable "stores" {
  type = any
}

resource "terraform_data" "service" {
  input = {
    kind       = "service"
    name       = var.service.name
    level      = var.service.level
    labels     = { owner = var.owner }
    zones      = var.zones
    admin_from = var.admin_from
  }
}

resource "terraform_data" "store" {
  for_each = var.stores
  input    = merge(each.value, { name = each.key, labels = { owner = var.owner } })
}
